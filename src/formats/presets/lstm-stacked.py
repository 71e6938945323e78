# Stacked LSTM
from keras.models import Sequential
from keras.layers import LSTM

n_steps, n_features = 8, 3

model = Sequential()
model.add(LSTM(4, return_sequences=True, input_shape=(n_steps, n_features)))
model.add(LSTM(4, return_sequences=True))
model.add(LSTM(1))
model.compile(loss='mse', optimizer='adam')
model.summary()
