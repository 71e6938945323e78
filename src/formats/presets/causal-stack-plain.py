# Causal convolutions over all features
from keras.models import Sequential
from keras.layers import Conv1D, Dense, Flatten, Input, MaxPool1D

n_steps, n_features = 10, 5

model = Sequential()
model.add(Input(shape=(n_steps, n_features)))
for dilation_rate in [2 ** i for i in range(5)]:
    model.add(Conv1D(32, 5, padding='causal', dilation_rate=dilation_rate, activation='elu'))
model.add(MaxPool1D())
model.add(Flatten())
model.add(Dense(1, activation='linear'))
model.compile(optimizer='adam', loss='mse')
